import { Refusal, StartupError } from '../src/platform/errors.ts';

/**
 * Runs a command of the shell. Its exit code is the number that `run` returns, or 0; an error that the caller can correct
 * is printed without a stack, with the exit code 1. @throws all other errors
 */
export async function runCommand(run: (args: readonly string[]) => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await run(process.argv.slice(2))) ?? 0;
  } catch (error) {
    if (!(error instanceof StartupError || error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
