import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkList } from "@/components/ui/link-list";
import { SideMenu } from "@/components/ui/side-menu";
import { Tabs } from "@/components/ui/tabs";
import { Sample } from "./sample";

export function Navigation() {
  return (
    <Sample title="Navegación">
      <Breadcrumbs
        crumbs={[
          { label: "Inicio", href: "#inicio" },
          { label: "Escritorio", href: "#escritorio" },
        ]}
        current="Suministro 11261"
      />
      <Tabs
        label="Vistas del historial"
        tabs={[
          { href: "#consumo", label: "Consumo", current: true },
          { href: "#cargos", label: "Cargos" },
          { href: "#inyecciones", label: "Inyecciones" },
        ]}
      />
      <div className="max-w-3xs folded:max-w-none">
        <SideMenu
          title="Suministro 11261"
          subtitle="Fundo El Arrayán, Río Bueno"
          links={[
            { href: "#general", label: "Información general" },
            { href: "#consumos", label: "Consumo y cargos históricos", current: true },
            { href: "#cuenta", label: "Estado de cuenta" },
          ]}
        />
      </div>
      <LinkList
        title="Otras gestiones"
        links={[
          { href: "#reclamo", label: "Hacer un reclamo" },
          { href: "#datos", label: "Mis datos y contraseña" },
        ]}
      />
    </Sample>
  );
}
