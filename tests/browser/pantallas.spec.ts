import { expect, test, type Page } from "@playwright/test";
import { PEOPLE, signedInAs } from "../support/people.ts";
import { SUPPLY } from "./figures.ts";
import type { Viewer } from "./raw-request.ts";
import { complaintsOf, lookAt } from "./screen.ts";

interface Screen {
  name: string;
  as: Viewer;
  path: string;
  title: string;
  status?: number;
  /** What is done on the page before it is looked at. */
  act?: (page: Page) => Promise<void>;
}

const supply = `/mi-cuenta/suministros/${SUPPLY}`;

async function tryWrongPassword(page: Page) {
  await page.getByLabel("RUT").fill(PEOPLE.newcomer);
  await page.getByLabel("Contraseña").fill("otra-cosa");
  await page.getByRole("button", { name: "Ingresar" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Hay un problema" })).toBeFocused();
}

async function tryEmptyRegistration(page: Page) {
  await page.getByLabel("RUT").fill("12.345.678-9");
  await page.getByLabel("Email").fill("rosa.huenchumilla@");
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Hay un problema" })).toBeFocused();
}

/** Nothing is asked of the supplies: empty answers count as no try. */
async function addNothing(page: Page) {
  await page.getByRole("button", { name: "Vincular suministro" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Hay un problema" })).toBeFocused();
}

const SCREENS: Screen[] = [
  { name: "inicio", as: "nobody", path: "/", title: "Sucursal virtual" },
  { name: "interrupciones", as: "nobody", path: "/interrupciones", title: "Interrupciones" },
  { name: "conoce-tu-boleta", as: "nobody", path: "/conoce-tu-boleta", title: "Conozca su boleta" },
  { name: "ayuda", as: "nobody", path: "/ayuda", title: "Ayuda" },
  { name: "red", as: "nobody", path: "/red", title: "Red eléctrica" },
  { name: "red-busqueda", as: "nobody", path: "/red?buscar=7242", title: "Red eléctrica" },
  { name: "red-falta", as: "nobody", path: "/red?filtro=1", title: "Red eléctrica" },
  {
    name: "red-lista",
    as: "nobody",
    path: "/red/vanos?transformador=1_152",
    title: "Vanos del transformador 1_152",
  },
  { name: "red-subestacion", as: "nobody", path: "/red/subestaciones/TAP2", title: "Subestación TAP2" },
  { name: "red-alimentador", as: "nobody", path: "/red/alimentadores/1_TAP2_1", title: "Alimentador TJB15" },
  {
    name: "red-transformador",
    as: "nobody",
    path: "/red/transformadores/1_152",
    title: "Transformador 1_152",
  },
  { name: "red-vano", as: "nobody", path: "/red/vanos/MT-2656", title: "Vano MT-2656" },
  {
    name: "red-vnr",
    as: "nobody",
    path: "/red/vnr/190.02.02.01.11.01.00",
    title: "Código de activo 190.02.02.01.11.01.00",
  },
  { name: "red-descargas", as: "nobody", path: "/red/descargas", title: "Ediciones de la red" },
  { name: "plazos", as: "nobody", path: "/plazos", title: "Calcular un plazo" },
  {
    name: "plazos-calculado",
    as: "nobody",
    path: "/plazos?pais=CL&plazo=cl.reposicion_sec&dia=15&mes=9&anio=2026",
    title: "Calcular un plazo",
  },
  {
    name: "plazos-error",
    as: "nobody",
    path: "/plazos?pais=CO&dia=31&mes=2&anio=2026",
    title: "Calcular un plazo",
  },
  { name: "ingresar", as: "nobody", path: "/ingresar", title: "Ingresar" },
  { name: "ingresar-error", as: "nobody", path: "/ingresar", title: "Ingresar", act: tryWrongPassword },
  { name: "registro", as: "nobody", path: "/registro", title: "Registrarse" },
  {
    name: "registro-error",
    as: "nobody",
    path: "/registro",
    title: "Registrarse",
    act: tryEmptyRegistration,
  },
  { name: "registro-enviado", as: "nobody", path: "/registro/enviado", title: "Revise su correo" },
  { name: "recuperar", as: "nobody", path: "/recuperar", title: "Recuperar la contraseña" },
  { name: "enlace-sin-uso", as: "nobody", path: "/enlace-sin-uso", title: "Este enlace no se puede usar" },
  { name: "codigo", as: "nobody", path: "/ingresar/codigo", title: "Código de verificación" },
  { name: "datos", as: "customer", path: "/mi-cuenta/datos", title: "Mis datos" },
  { name: "seguridad", as: "customer", path: "/mi-cuenta/seguridad", title: "Seguridad" },
  { name: "cerrar-cuenta", as: "customer", path: "/mi-cuenta/datos/cerrar", title: "Cerrar mi cuenta" },
  { name: "escritorio", as: "customer", path: "/mi-cuenta", title: "Escritorio" },
  { name: "escritorio-sin-suministros", as: "newcomer", path: "/mi-cuenta", title: "Escritorio" },
  { name: "suministro", as: "customer", path: supply, title: "Información General" },
  { name: "usuario", as: "customer", path: `${supply}/usuario`, title: "Información Usuario" },
  { name: "tecnica", as: "customer", path: `${supply}/tecnica`, title: "Información Técnica" },
  { name: "medidor", as: "customer", path: `${supply}/medidor`, title: "Medidor y lecturas" },
  { name: "consumos", as: "customer", path: `${supply}/consumos`, title: "Consumo y cargos históricos" },
  { name: "cargos", as: "customer", path: `${supply}/consumos/2020-01`, title: "Cargos de enero de 2020" },
  { name: "acceso", as: "customer", path: `${supply}/acceso`, title: "Acceso" },
  {
    name: "compartir",
    as: "customer",
    path: `${supply}/acceso/compartir`,
    title: "Compartir con otra persona",
  },
  {
    name: "quitar-suministro",
    as: "customer",
    path: `${supply}/acceso/quitar`,
    title: "Quitar este suministro",
  },
  {
    name: "nombrar-suministro",
    as: "customer",
    path: `${supply}/acceso/nombre`,
    title: "Cambiar el nombre",
  },
  {
    name: "agregar-suministro",
    as: "newcomer",
    path: "/mi-cuenta/suministros/agregar",
    title: "Agregar suministro",
  },
  {
    name: "agregar-suministro-error",
    as: "newcomer",
    path: "/mi-cuenta/suministros/agregar",
    title: "Agregar suministro",
    act: addNothing,
  },
  {
    name: "no-fui-yo-listo",
    as: "nobody",
    path: "/no-fui-yo/suministro/listo",
    title: "Le quitamos el acceso",
  },
  { name: "mesa", as: "administrator", path: "/mesa", title: "Mesa" },
  { name: "cargas", as: "administrator", path: "/mesa/cargas", title: "Cargas" },
  {
    name: "cargas-error",
    as: "administrator",
    path: "/mesa/cargas?problema=no-es-zip",
    title: "Cargas",
  },
  {
    name: "formato-de-carga",
    as: "administrator",
    path: "/mesa/cargas/formato",
    title: "Formato de carga",
  },
  {
    name: "no-encontrado",
    as: "newcomer",
    path: supply,
    status: 404,
    title: "No encontramos esta página",
  },
  {
    name: "prohibido",
    as: "customer",
    path: "/mesa",
    status: 403,
    title: "No puede entrar aquí con su cuenta",
  },
  { name: "muestras", as: "nobody", path: "/muestras", title: "Muestras" },
];

for (const { name, as, path, title, status = 200, act } of SCREENS)
  test.describe(() => {
    if (as !== "nobody") test.use({ storageState: signedInAs(as) });

    test(`${name} se ve y se lee bien en teléfono y escritorio, de día y de noche`, async ({ page }) => {
      test.setTimeout(180_000);
      const complaints = complaintsOf(page);
      expect((await page.goto(path))?.status()).toBe(status);
      await act?.(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await lookAt(page, name);
      expect(complaints).toEqual([]);
    });
  });
