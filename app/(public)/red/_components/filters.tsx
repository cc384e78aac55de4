import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { Choice, Region } from "@/lib/network/queries/places";
import type { NetworkForm } from "@/lib/network/schema";
import { routes } from "@/lib/platform/routes";

interface FiltersProps {
  form: NetworkForm;
  regions: readonly Region[];
  substations: readonly Choice[];
  feeders: readonly Choice[];
  /** Of the chosen feeder; none before one is chosen. */
  transformers: readonly Choice[];
  mistakes: readonly Mistake[];
}

interface Mistake {
  field: string;
  message: string;
}
const errorIn = (mistakes: readonly Mistake[]) => (field: string) =>
  mistakes.find((mistake) => mistake.field === field)?.message;

const named = ({ id, name }: Choice) => (name && name !== id ? `${name} (${id})` : id);

/** The reference portal's way down: region, comuna, substation, feeder, transformer. */
export function PlaceFilter({ form, regions, substations, feeders, transformers, mistakes }: FiltersProps) {
  const errorOf = errorIn(mistakes);
  const comunas = regions.filter(({ name }) => !form.region || name === form.region);
  const under = (choices: readonly Choice[], parent: string) =>
    parent ? choices.filter((choice) => choice.under === parent) : choices;
  return (
    <form action={routes.network()} className="print:hidden">
      <h2>O elija dónde</h2>
      <input type="hidden" name="filtro" value="1" />
      <div className="mt-4 grid gap-4 wide:grid-cols-3">
        <Select name="region" label="Región" defaultValue={form.region} error={errorOf("region")}>
          <option value="">Elija una región</option>
          {regions.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
        <Select name="comuna" label="Comuna" defaultValue={form.comuna} error={errorOf("comuna")}>
          <option value="">Elija una comuna</option>
          {comunas.map(({ name, comunas: of }) => (
            <optgroup key={name} label={name}>
              {of.map((comuna) => (
                <option key={comuna}>{comuna}</option>
              ))}
            </optgroup>
          ))}
        </Select>
        <ChoiceOf name="subestacion" label="Subestación" chosen={form.subestacion} choices={substations} />
        <ChoiceOf
          name="alimentador"
          label="Alimentador"
          chosen={form.alimentador}
          choices={under(feeders, form.subestacion)}
        />
        <Field
          name="transformador"
          label="Transformador"
          defaultValue={form.transformador}
          list="transformadores"
          autoComplete="off"
        />
      </div>
      <datalist id="transformadores">
        {transformers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <Button kind="secondary">Buscar en la red</Button>
        <a href={routes.network()}>Quitar filtros</a>
      </div>
    </form>
  );
}

interface ChoiceOfProps {
  name: string;
  label: string;
  chosen: string;
  choices: readonly Choice[];
}

function ChoiceOf({ name, label, chosen, choices }: ChoiceOfProps) {
  return (
    <Select name={name} label={label} defaultValue={chosen}>
      <option value="">Cualquiera</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {named(choice)}
        </option>
      ))}
    </Select>
  );
}

/** Searches by one thing only, as the reference portal has them. */
export function SimpleFilters({ form, mistakes }: Pick<FiltersProps, "form" | "mistakes">) {
  const errorOf = errorIn(mistakes);
  return (
    <section className="mt-10 print:hidden" aria-labelledby="simple">
      <h2 id="simple">Búsqueda simple</h2>
      <div className="mt-4 grid gap-8 wide:grid-cols-3">
        <Simple title="Un transformador" verb="Buscar transformador">
          <Field
            name="placa_transformador"
            label="Placa transformador"
            defaultValue={form.placa_transformador}
            error={errorOf("placa_transformador")}
          />
          <Field
            name="placa_poste"
            label="Placa poste"
            defaultValue={form.placa_poste}
            error={errorOf("placa_poste")}
          />
          <Field
            name="cliente"
            label="Número cliente"
            hint="Sólo de un suministro suyo, con su sesión iniciada"
            defaultValue={form.cliente}
            error={errorOf("cliente")}
          />
        </Simple>
        <Simple title="Poste, vano o equipo" verb="Buscar pieza">
          <Field name="poste" label="Poste" defaultValue={form.poste} error={errorOf("poste")} />
          <Field name="vano" label="Vano" defaultValue={form.vano} error={errorOf("vano")} />
          <Field name="equipo" label="Equipo" defaultValue={form.equipo} error={errorOf("equipo")} />
        </Simple>
        <Simple title="Valor Nuevo de Reemplazo" verb="Buscar código">
          <Field name="vnr" label="Código VNR" defaultValue={form.vnr} error={errorOf("vnr")} />
        </Simple>
      </div>
    </section>
  );
}

function Simple({ title, verb, children }: { title: string; verb: string; children: React.ReactNode }) {
  return (
    <form action={routes.network()} className="space-y-4 border-t border-line pt-4">
      <h3>{title}</h3>
      {children}
      <Button kind="secondary">{verb}</Button>
    </form>
  );
}
