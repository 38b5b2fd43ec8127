import { fileUrl } from '../files/addresses.ts';
import type { PageBrand } from '../pages/page-brand.ts';
import { errorDocsPath } from '../platform/error-definitions.ts';
import type { AppServices } from '../services/services.ts';

/** The brand of the marketplace for its pages. The path of the logo is on the origin of the page, whatever its depth. */
export async function brandOf({
  marketplace,
  config,
}: Pick<AppServices, 'marketplace' | 'config'>): Promise<PageBrand> {
  const { name, primaryColor: color, logo } = await marketplace.read();
  return {
    name,
    // A sandbox shares the page of the error codes with its marketplace, and has no pages of the client itself.
    homePath: new URL(config.docsUrl).pathname.slice(0, -errorDocsPath.length) || '/',
    color,
    logo: logo
      ? { path: new URL(fileUrl(config, logo)).pathname, width: logo.width ?? 1, height: logo.height ?? 1 }
      : undefined,
  };
}
