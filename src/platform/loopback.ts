/** The hosts of this machine in URLs and in the header Host. A name that anyone else can register is none of them. */
export const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost'];

/** True if a URL leads to this machine. */
export const isLoopbackUrl = (url: string): boolean => loopbackHosts.includes(URL.parse(url)?.hostname ?? '');
