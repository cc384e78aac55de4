import { pick } from "./random.ts";

/** Common names; who is made of them is nobody in particular. */
const GIVEN = (
  "Adela Agustín Alicia Amanda Andrés Aurora Bastián Benjamín Blanca Carlos Cecilia Clara Claudio " +
  "Daniela Diego Edith Eduardo Elena Elías Emilia Ernesto Esteban Eva Felipe Fernanda Francisca " +
  "Gabriel Gloria Guillermo Héctor Hugo Ignacia Irene Isabel Jaime Javiera Joaquín Julia Laura " +
  "Leonardo Lidia Lorena Luisa Manuel Marcela Mariana Mario Marta Matías Mónica Nicolás Norma Olga " +
  "Óscar Paula Pedro Ramiro Raquel Renata Roberto Rubén Sara Sergio Silvia Sofía Teresa Tomás " +
  "Valentina Vicente Violeta"
).split(" ");
const SURNAMES: Record<"cl" | "co", readonly string[]> = {
  cl: (
    "Aguilar Alarcón Ampuero Angulo Arriagada Asenjo Barrientos Cárcamo Cárdenas Carrillo Catalán " +
    "Delgado Epuyao Figueroa Gallardo Gatica Guarda Henríquez Hott Huenchul Imilpán Jaramillo " +
    "Kunstmann Leal Llancafil Maldonado Mancilla Matus Momberg Navarrete Nahuelpán Obando Ojeda " +
    "Paredes Quezada Ramírez Risco Saldivia Sandoval Santana Schwarzenberg Solís Triviños Ulloa Uribe " +
    "Vargas Velásquez Villegas Winkler Yáñez"
  ).split(" "),
  co: (
    "Acosta Arrieta Barrios Berdugo Blanco Caballero Cantillo Castilla Donado Escorcia Fontalvo " +
    "Gutiérrez Hernández Iglesias Jiménez Llinás Manotas Martelo Meza Narváez Orozco Pacheco Polo " +
    "Quintero Redondo Rodelo Samper Tapia Utria Vergara Zabaleta"
  ).split(" "),
};

/** A person's name: one or two given names and two surnames. */
export function inventedName(country: "cl" | "co", id: string): string {
  const first = pick(GIVEN, id, "first");
  const second = pick(["", ...GIVEN], id, "second");
  const names = second === first ? [first] : [first, second];
  return [...names, pick(SURNAMES[country], id, "father"), pick(SURNAMES[country], id, "mother")]
    .filter((name) => name !== "")
    .join(" ");
}

/** An address for mail at a domain that cannot exist. */
export function inventedEmail(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .split(" ");
  return `${plain[0]}.${plain.at(-1)}@correo.example`;
}
