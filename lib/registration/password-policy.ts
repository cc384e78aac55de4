import { err, ok, type Result } from "../kernel/result.ts";
import { charactersToGuess, folded } from "./guessable.ts";

/** Least characters of a password that is all there is, and of one with a second factor. Source: NIST SP 800-63B-4, 3.1.1.2. */
export const LEAST_CHARACTERS = { alone: 15, withSecondFactor: 12 };
/** Hashing has to have an end; NIST asks for 64 at least, this portal takes twice that. */
export const MOST_CHARACTERS = 128;
/** What reaches the verification at sign-in, in UTF-16 (schema.ts): accents written apart make a password longer. */
const MOST_UNITS = 256;

/** Of so few characters to guess a password falls, however many it has. */
const LEAST_TO_GUESS = 8;

export type PasswordProblem =
  | "password/too-short"
  | "password/too-short-with-second-factor"
  | "password/too-long"
  | "password/common"
  | "password/personal"
  | "password/predictable";

export interface PasswordSetting {
  hasSecondFactor: boolean;
  /** As `commonPasswords()` of common-passwords.ts gives them. */
  common: ReadonlySet<string>;
  /** The company's name, the person's names, document, e-mail, birthday … as written; empty ones are left out. */
  context: readonly string[];
}

/** What everybody's portal has to do with. Folded. */
const OF_THE_SERVICE = [
  ...["empalme", "portal", "sucursal", "virtual", "oficina", "cliente", "clientes", "usuario", "cuenta"],
  ...["electricidad", "electrica", "electrico", "energia", "luz", "corriente", "cooperativa", "compania"],
  ...["distribuidora", "empresa", "medidor", "boleta", "factura", "suministro", "consumo", "tarifa"],
  ...["clave", "contrasena", "password", "secreta", "secreto", "bienvenido", "bienvenida", "temporal"],
  ...["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre"],
  ...["noviembre", "diciembre", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"],
  ...["primavera", "verano", "otono", "invierno"],
];

/**
 * Whether `password` may be chosen. Nothing is asked of what it is made of, only that it is long and not what whoever
 * guesses tries first; it is judged whole and never cut.
 *
 * Characters are code points in composed form (NFC), which is also how it is hashed (password.ts).
 *
 * Source: OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.5, 6.2.8, 6.2.9, 6.2.11 and 6.2.12; NIST SP 800-63B-4, 3.1.1.2.
 */
export function checkPassword(password: string, setting: PasswordSetting): Result<null, PasswordProblem> {
  const characters = [...password.normalize("NFC")].length;
  if (characters > MOST_CHARACTERS || password.length > MOST_UNITS) return err("password/too-long");
  if (setting.hasSecondFactor && characters < LEAST_CHARACTERS.withSecondFactor)
    return err("password/too-short-with-second-factor");
  if (!setting.hasSecondFactor && characters < LEAST_CHARACTERS.alone) return err("password/too-short");

  const { common } = setting;
  if (common.has(folded(password))) return err("password/common");
  const context = contextWords([...setting.context, ...OF_THE_SERVICE]);
  if (charactersToGuess(password, { common, context }) >= LEAST_TO_GUESS) return ok(null);
  const anybody = charactersToGuess(password, { common, context: contextWords(OF_THE_SERVICE) });
  return anybody >= LEAST_TO_GUESS ? err("password/personal") : err("password/predictable");
}

const SHORTEST_WORD = 3;

/** Each text, its words, and all of them in one, folded: "Los Notros" gives "los notros", "los", "notros", "losnotros". */
function contextWords(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => {
    const parts = folded(text).split(/[^\p{L}\p{N}]+/u);
    return [folded(text).trim(), ...parts, parts.join("")];
  });
  return new Set(words.filter((word) => word.length >= SHORTEST_WORD));
}
