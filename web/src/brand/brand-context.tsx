/** The name, the logo and the colours of the marketplace, for all components below. */
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { BrandDocument, type BrandQuery } from '../generated/graphql.ts';
import { applyBrandColors } from './colors.ts';

export type Brand = BrandQuery['marketplace'];

const BrandContext = createContext<Brand | undefined>(undefined);

/** Reads the brand, draws the page in its colours, and follows its changes. */
export function BrandProvider({ children }: { readonly children: ReactNode }) {
  const { data } = useApiQuery(BrandDocument, {});
  const brand = data?.marketplace;
  const { primaryColor, primaryTextColor } = brand ?? {};
  useEffect(() => {
    if (primaryColor && primaryTextColor) applyBrandColors({ primary: primaryColor, text: primaryTextColor });
  }, [primaryColor, primaryTextColor]);
  return <BrandContext value={brand}>{children}</BrandContext>;
}

/** The brand; undefined until it is loaded. */
export const useBrand = (): Brand | undefined => useContext(BrandContext);

/** The name of the marketplace; that of the product until it is loaded. */
export const useMarketplaceName = (): string => useBrand()?.name ?? 'Placard';
