/** The refusals of invitations and of changes to the members of an account. */
import { defineErrors } from '../platform/error-definitions.ts';
import { defineRefusal, defineRefusalGroup, notFound } from '../platform/errors.ts';

export const InvitationNotFound = notFound('Invitation');

export const MemberNotFound = notFound('Member');

export const AlreadyMember = defineRefusal('AlreadyMember', {
  code: 'ALREADY_MEMBER',
  recovery: 'FINAL',
  message: 'This person is already a member of the account. Use updateMemberRole to change the role.',
  description: 'The invited person is already a member of the account.',
  remedy: 'Change the role of the member with `updateMemberRole`.',
});

export const InvitationUnavailable = defineRefusalGroup('InvitationUnavailable', {
  description: 'The invitation cannot be accepted or changed.',
  codes: defineErrors({
    INVITATION_EXPIRED: {
      recovery: 'CORRECTABLE',
      message: 'The invitation has expired. Ask the account to send it again.',
      description: 'The invitation was not accepted in time.',
      remedy: 'Have an owner of the account send it again with `resendInvitation`.',
    },
    INVITATION_WITHDRAWN: {
      recovery: 'FINAL',
      message: 'The invitation was withdrawn. Ask the account for another invitation.',
      description: 'The account has withdrawn the invitation.',
      remedy: 'Have an owner of the account invite the address again with `inviteMember`.',
    },
    INVITATION_USED: {
      recovery: 'FINAL',
      message: 'The invitation was accepted already.',
      description: 'The invitation was accepted before, and works once.',
      remedy: 'Read the memberships of the person; for another person, send another invitation.',
    },
    INVITATION_FOR_ANOTHER_ADDRESS: {
      recovery: 'CORRECTABLE',
      message:
        'The invitation was sent to another address. Sign in with that address, or ask the account to invite the address that you use.',
      description: 'The person signs in with another address than the one that was invited.',
      remedy: 'Sign in with the invited address, or have an owner of the account invite the other one.',
    },
  }),
});
