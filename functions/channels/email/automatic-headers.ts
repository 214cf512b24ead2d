// The header by which mail that answers an event says that no person wrote it (RFC 3834): programs that answer for people
// on holiday then leave it alone. Marketing says so by its list headers.
export const automaticHeaders: Readonly<Record<string, string>> = {
  'Auto-Submitted': 'auto-generated',
};
