// A number as people write it: with a comma or a point, in Latin, Persian or Arabic digits.

const zeros = ['۰', '٠'].map((zero) => zero.codePointAt(0) ?? 0);

const latin = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((one) => code >= one && code < one + 10);
  return zero === undefined ? digit : String(code - zero);
};

/** "۳٫۵" and "3,5" become "3.5", as the API takes it; what is no number stays as it is. */
export const decimalTyped = (text: string): string =>
  text.replaceAll(/[۰-۹٠-٩]/g, latin).replaceAll(/[,٫]/g, '.');
