/** The search parameters of the pages for signing in. */
export interface SignInSearch {
  /** The address on this site to go to afterwards. */
  readonly from?: string;
}

/** Reads the parameters. An address of another site is ignored, so that a link cannot lead there. */
export function readSignInSearch({ from }: Record<string, unknown>): SignInSearch {
  return typeof from === 'string' && /^\/(?![/\\])/.test(from) ? { from } : {};
}
