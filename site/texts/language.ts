/** The language an address speaks for: English items stand below `/en/`. */
export const addressLanguage = (pathname: string): 'vi' | 'en' => (pathname.startsWith('/en/') ? 'en' : 'vi')
