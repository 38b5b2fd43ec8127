/** Processor time of this process, relative to the speed of the machine. */

/** Processor time of the loop of `calibrate` on the machine for which limits are given. */
const referenceMs = 60;

/** The quotient of the processor times of a fixed loop on this machine and on the reference machine, at least 1. */
const slowness: number = Math.max(1, calibrate() / referenceMs);

function calibrate(): number {
  const text = 'a fixed text '.repeat(1_000);
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    let sum = 0;
    for (let round = 0; round < 3_000; round += 1)
      for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) | 0;
    if (sum === 0.5) throw new Error('The loop has to be executed');
    return millisecondsSince(before);
  });
  return Math.min(...times);
}

/**
 * The processor time of this process during `work`, in milliseconds of the reference machine. If it exceeds `limitMs`, `work` is
 * repeated, and the shortest time counts: compilation, garbage collection and other tasks can fall into a run.
 */
export async function processorMsOf(work: () => Promise<unknown>, limitMs: number): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4 && shortest > limitMs; run += 1) {
    const before = process.cpuUsage();
    await work();
    shortest = Math.min(shortest, millisecondsSince(before) / slowness);
  }
  return shortest;
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
