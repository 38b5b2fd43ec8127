import type { MembershipRole } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { ChoiceField } from '../ui/choice-field.tsx';

const roles = ['OWNER', 'MEMBER', 'VIEWER'] as const satisfies readonly MembershipRole[];

interface RoleFieldProps {
  readonly value: MembershipRole;
  readonly onChange: (role: MembershipRole) => void;
}

/** A field that chooses the role of a member, with what each role allows. */
export function RoleField({ value, onChange }: RoleFieldProps) {
  const text = useText();
  return (
    <ChoiceField
      name="role"
      isRequired
      label={text('settings.role')}
      value={value}
      options={roles.map((role) => ({
        value: role,
        label: text(`membershipRole.${role}`),
        description: text(`membershipRoleHelp.${role}`),
      }))}
      onChange={(role) => onChange(role as MembershipRole)}
    />
  );
}
