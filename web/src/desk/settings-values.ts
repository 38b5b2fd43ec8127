/** The values in the form of the settings, and the input that they make. */
import type { UploadedFile } from '../files/use-upload.ts';
import type {
  Language,
  MarketplaceSettingsFragment,
  SignUpPolicy,
  UpdateMarketplaceInput,
} from '../generated/graphql.ts';
import { basisPointsIn, percentText } from '../ui/percent.ts';

export interface SettingsValues {
  readonly name: string;
  readonly primaryColor: string;
  /** The logo that is chosen now; none if it is empty. */
  readonly logo: readonly UploadedFile[];
  readonly contactEmail: string;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly termsUrl: string;
  readonly isNewTermsVersion: boolean;
  readonly privacyUrl: string;
  readonly languages: readonly Language[];
  /** Codes with commas; empty for every currency. */
  readonly currencies: string;
  /** Percent, as it is typed. */
  readonly fee: string;
  readonly signUp: SignUpPolicy;
}

/** The settings as the values of the form. */
export const valuesOf = (settings: MarketplaceSettingsFragment): SettingsValues => ({
  name: settings.name,
  primaryColor: settings.primaryColor,
  logo: settings.logo ? [{ fileId: settings.logo.id, name: settings.logo.name }] : [],
  contactEmail: settings.contactEmail ?? '',
  senderName: settings.senderName ?? '',
  senderAddress: settings.senderAddress ?? '',
  termsUrl: settings.terms?.url ?? '',
  isNewTermsVersion: false,
  privacyUrl: settings.privacyUrl ?? '',
  languages: settings.languages,
  currencies: settings.currencies?.join(', ') ?? '',
  fee: percentText(settings.feeBasisPoints ?? 0),
  signUp: settings.signUp,
});

/** The input of the values; empty texts clear a setting. Only a changed logo is sent. */
export function inputOf(
  values: SettingsValues,
  before: MarketplaceSettingsFragment,
): Omit<UpdateMarketplaceInput, 'expectedRevision'> {
  const [logo] = values.logo;
  const currencies = values.currencies
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((code) => code.toUpperCase());
  return {
    name: values.name,
    primaryColor: values.primaryColor,
    logoFileId: logo?.fileId === before.logo?.id ? undefined : (logo?.fileId ?? null),
    contactEmail: values.contactEmail.trim() || null,
    senderName: values.senderName.trim() || null,
    senderAddress: values.senderAddress.trim() || null,
    termsUrl: values.termsUrl.trim() || null,
    newTermsVersion: values.isNewTermsVersion || undefined,
    privacyUrl: values.privacyUrl.trim() || null,
    languages: [...values.languages],
    currencies: currencies.length > 0 ? currencies : null,
    feeBasisPoints: basisPointsIn(values.fee),
    signUp: values.signUp,
  };
}
