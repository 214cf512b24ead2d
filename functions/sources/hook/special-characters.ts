// WordPress keeps a secret with its special characters escaped, and signs with them unescaped.
// After `wp_specialchars_decode` with ENT_QUOTES: each is decoded once, nothing else is.

const entity = /&(?:#0*(34|38|39|60|62)|#x0*(22|26|27|3c|3e)|(amp|lt|gt|quot));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

export const specialCharactersDecoded = (text: string): string =>
  text.replace(entity, (_, decimal?: string, hex?: string, name = '') =>
    decimal || hex
      ? String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16))
      : (named[name.toLowerCase()] ?? ''),
  );
