/** The first letter small, for words that go on a sentence. */
export const smallFirst = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)
