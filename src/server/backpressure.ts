import { WebSocket } from 'ws';

/**
 * Makes the function that sends over one socket. It resolves when the client has received the data. While more than
 * `maxBytes` are buffered for the socket, nothing more is sent to it, by any operation, and nothing more is read from it:
 * its subscriptions lag, and its requests cannot pile up. Data for a socket that is closing is dropped.
 */
export function createWritableGate(socket: WebSocket, maxBytes: number): (data: string) => Promise<void> {
  const waiting: (() => void)[] = [];
  const isFull = () => socket.readyState === WebSocket.OPEN && socket.bufferedAmount > maxBytes;
  const update = () => {
    if (isFull()) return socket.pause();
    if (socket.isPaused) socket.resume();
    for (const resume of waiting.splice(0)) resume();
  };
  socket.once('close', update);
  return async (data) => {
    while (isFull()) await new Promise<void>((resolve) => waiting.push(resolve));
    if (socket.readyState !== WebSocket.OPEN) return;
    await new Promise<void>((resolve) => {
      socket.send(data, () => {
        update();
        resolve();
      });
      if (isFull()) socket.pause();
    });
  };
}
