/** Errors of credentials and access: a request is rejected, or an open subscription ends. */
import { defineErrors } from '../platform/error-definitions.ts';
import { defineRefusal, defineRefusalGroup } from '../platform/errors.ts';

const credentialErrors = defineErrors({
  SESSION_ENDED: {
    recovery: 'CORRECTABLE',
    message: 'The token is invalid, or its session has ended. Sign in again.',
    description: 'The token is unknown, or its session has expired or was ended.',
    remedy: 'Sign in again. Resume a subscription from its last cursor.',
    httpStatus: 401,
  },
  KEY_MALFORMED: {
    recovery: 'CORRECTABLE',
    message: 'The key is mistyped: its checksum does not match.',
    description: 'The key of the application is mistyped: its checksum does not match.',
    remedy: 'Copy the key again, completely.',
    httpStatus: 401,
  },
  KEY_INVALID: {
    recovery: 'CORRECTABLE',
    message: 'The key is unknown or was revoked. Use another key.',
    description:
      'The key of the application is unknown or was revoked, or it belongs to a sandbox that does not exist.',
    remedy: 'Use another key. Resume a subscription from its last cursor.',
    httpStatus: 401,
  },
  ACCESS_TOKEN_INVALID: {
    recovery: 'CORRECTABLE',
    message: 'The access token is unknown, has expired, or its grant has ended. Refresh it, or ask for consent again.',
    description: 'The access token is unknown or has expired, or the grant that it belongs to has ended.',
    remedy:
      'Request a new access token with the refresh token. If that is refused, ask an owner of the account for consent again. Resume a subscription from its last cursor.',
    httpStatus: 401,
  },
});

/** The token or key of a request does not work. */
export const CredentialsRejected = defineRefusalGroup('CredentialsRejected', {
  description: 'The token or key of the request does not work.',
  codes: credentialErrors,
});

const { SESSION_ENDED, KEY_INVALID, ACCESS_TOKEN_INVALID } = credentialErrors;

export const subscriptionErrors = {
  SESSION_ENDED,
  KEY_INVALID,
  ACCESS_TOKEN_INVALID,
  ...defineErrors({
    SETUP_LINK_ENDED: {
      recovery: 'FINAL',
      message: 'The setup link no longer works. If it was renewed, the new link was e-mailed.',
      description: 'The setup link has expired, or was renewed or revoked.',
      remedy: 'Use the newest setup link that was e-mailed.',
    },
    OPERATION_RETIRED: {
      recovery: 'CORRECTABLE',
      message: 'Every version with this operation is retired. Use a newer operation.',
      description: 'Every registered version that contains the operation is retired.',
      remedy: 'Register a newer version and use its operation. Resume a subscription from its last cursor.',
      httpStatus: 410,
    },
    ACCESS_LOST: {
      recovery: 'FINAL',
      message: 'You no longer have access to this order.',
      description: 'The viewer has lost access to the order.',
      remedy: 'Stop following the order.',
    },
    RIGHTS_CHANGED: {
      recovery: 'CORRECTABLE',
      message: 'Your access rights have changed. Read the list again, and subscribe from its cursor.',
      description: 'The rights of the viewer have changed, so that the subscription no longer shows the right orders.',
      remedy: 'Read the list again, and subscribe from its cursor.',
    },
  }),
};

export const SandboxOnly = defineRefusal('SandboxOnly', {
  code: 'SANDBOX_ONLY',
  recovery: 'FINAL',
  message: 'Only available in a sandbox. Use a sandbox key.',
  description: 'The operation is available in a sandbox only.',
  remedy: 'Create a sandbox with `createSandbox`, and send its key.',
});
