/** Refusals of sandboxes. */
import { defineErrors } from '../platform/error-definitions.ts';
import { defineRefusal, defineRefusalGroup, notFound } from '../platform/errors.ts';

export const SandboxNotFound = notFound('Sandbox');

/** The sandbox exists, but cannot be used at the moment. */
export const SandboxUnavailable = defineRefusalGroup('SandboxUnavailable', {
  description:
    'The sandbox cannot be used at the moment. `code` is SANDBOX_NOT_READY, SANDBOXES_BUSY or SANDBOX_UNREACHABLE.',
  codes: defineErrors({
    SANDBOX_NOT_READY: {
      recovery: 'RETRYABLE',
      message: 'The sandbox is still being created. Try again in a few seconds.',
      description: 'The sandbox is still being created.',
      remedy: 'Repeat the request after a few seconds.',
      httpStatus: 503,
    },
    SANDBOXES_BUSY: {
      recovery: 'RETRYABLE',
      message: 'Too many sandboxes are active. Try again in a minute.',
      description: 'The highest number of sandboxes is active at the same time.',
      remedy: 'Repeat the request after a minute.',
      httpStatus: 503,
    },
    SANDBOX_UNREACHABLE: {
      recovery: 'RETRYABLE',
      message: 'The sandbox cannot be opened at the moment. Try again in a minute.',
      description: 'The database of the sandbox cannot be opened at the moment.',
      remedy: 'Repeat the request after a minute.',
      httpStatus: 503,
    },
  }),
});

export const SandboxesDisabled = defineRefusal('SandboxesDisabled', {
  code: 'SANDBOXES_DISABLED',
  recovery: 'FINAL',
  message: 'Sandboxes are not available here: they are disabled, or this is a sandbox.',
  description: 'Sandboxes are disabled on this server, or the request was made in a sandbox.',
  remedy: 'Use the key or token of the live marketplace, on a server with sandboxes.',
});
