import { WebSocket } from 'ws';

/**
 * Sends over one socket, and resolves when the client's side has taken it. While more than `mostBytes` wait to be read,
 * nothing more is sent to that client, by whichever operation, and nothing more is heard from it: its streams lag, and
 * what it asks for cannot pile up. What is sent to a socket that closes is dropped; the close follows.
 */
export function createWritableGate(socket: WebSocket, maxBytes: number): (data: string) => Promise<void> {
  const held: (() => void)[] = [];
  const isFull = () => socket.readyState === WebSocket.OPEN && socket.bufferedAmount > maxBytes;
  const look = () => {
    if (isFull()) return socket.pause();
    if (socket.isPaused) socket.resume();
    for (const goOn of held.splice(0)) goOn();
  };
  socket.once('close', look);
  return async (data) => {
    while (isFull()) await new Promise<void>((resolve) => held.push(resolve));
    if (socket.readyState !== WebSocket.OPEN) return;
    await new Promise<void>((resolve) => {
      socket.send(data, () => {
        look();
        resolve();
      });
      if (isFull()) socket.pause();
    });
  };
}
