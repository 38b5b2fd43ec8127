/** Why something about sandboxes was not done. */
import { Refusal } from '../platform/errors.ts';

/** There is no such sandbox among those of the viewer. */
export class SandboxNotFound extends Refusal {
  constructor() {
    super('There is no such sandbox among those that you can see.', 'SANDBOX_NOT_FOUND', 'FINAL');
  }
}

const passing = {
  SANDBOX_NOT_READY: 'The sandbox is still being made: try again in some seconds.',
  SANDBOXES_BUSY: 'As many sandboxes are in use here as can be at once: try again in a minute.',
  SANDBOX_UNREACHABLE: 'The sandbox cannot be opened now: try again in a minute.',
} as const;

/** The sandbox is there, and cannot be used at this moment. */
export class SandboxUnavailable extends Refusal {
  constructor(code: keyof typeof passing) {
    super(passing[code], code, 'RETRYABLE');
  }
}

/** No sandboxes can be made or used here. */
export class NoSandboxesHere extends Refusal {
  constructor() {
    super(
      'There are no sandboxes here: they are switched off, or you are in one already.',
      'NO_SANDBOXES_HERE',
      'FINAL',
    );
  }
}
