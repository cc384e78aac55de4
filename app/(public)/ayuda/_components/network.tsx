import { absolute } from "@/lib/platform/open-data";
import { routes } from "@/lib/platform/routes";
import type { ManualPart } from "./manual-part";

/** The public network: nobody has to sign in to read it. */
export const NETWORK: readonly ManualPart[] = [{ id: "red", title: "Red eléctrica", Body: Network }];

function Network() {
  return (
    <>
      <p>
        En <a href={routes.network()}>Red eléctrica</a> están las subestaciones, alimentadores,
        transformadores, postes, vanos y equipos de la empresa. No hace falta ingresar.
      </p>
      <dl>
        <dt>Buscar</dt>
        <dd>
          Escriba lo que está pintado en el poste o el transformador, un nombre, una comuna, un código o unas
          coordenadas, como −40,33 −72,96. No importan las tildes, ni una letra equivocada. Si hay varios con
          el mismo número, diga qué es: «poste 7242».
        </dd>
        <dt>Bajar desde la región</dt>
        <dd>Elija región y comuna, y después la subestación, el alimentador o el transformador.</dd>
        <dt>Número cliente</dt>
        <dd>Sólo para un suministro suyo y con su sesión iniciada: lleva a su transformador.</dd>
        <dt>S/I</dt>
        <dd>Sin información: la empresa no ha cargado ese dato.</dd>
        <dt>Demanda que no se publica</dt>
        <dd>
          La de lo que sirve a muy pocos clientes: diría cuánto consume cada uno. La página lo dice donde
          ocurre.
        </dd>
        <dt>Edición</dt>
        <dd>
          Los datos son de un día, que cada página dice. En <a href={routes.networkDownloads()}>Ediciones</a>{" "}
          está qué cambió desde la anterior y qué se sabe que está mal.
        </dd>
      </dl>
      <p>
        Cada página tiene una dirección que no cambia, para citarla o compartirla. Todo es referencial: no
        reemplaza un estudio de conexión.
      </p>
      <p>
        <strong>Desde QGIS.</strong> En «Capa», «Añadir capa», «Añadir capa WFS / OGC API - Features», cree
        una conexión nueva con la dirección <code>{absolute(routes.ogc())}</code>, elija la versión «OGC API -
        Features» y conéctese: aparece cada capa.
      </p>
    </>
  );
}
