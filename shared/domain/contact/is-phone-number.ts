/** E.164, or a short code; without spaces or other ornament. */
export const isPhoneNumber = (text: string): boolean => /^(\+\d{3,15}|\d{3,8})$/.test(text);
