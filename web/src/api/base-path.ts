/** The path below which the server serves this page, without a slash at its end, e.g. `/market`; usually empty. */
export const basePath: string = document.querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content ?? '';
