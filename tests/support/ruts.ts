/** "12.345.678-5": an invented RUT with its check digit. Source: módulo 11. */
export function rutWithDigit(number: number): string {
  const digits = [...String(number)].reverse();
  const sum = digits.reduce((total, digit, place) => total + Number(digit) * ((place % 6) + 2), 0);
  const rest = 11 - (sum % 11);
  const check = rest === 11 ? "0" : rest === 10 ? "K" : String(rest);
  return `${String(number).replace(/\B(?=(\d{3})+$)/g, ".")}-${check}`;
}
