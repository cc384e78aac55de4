import { Actions, Button, ButtonLink } from "@/components/ui/button";
import { Checkbox, Choices } from "@/components/ui/choice";
import { Field, FieldRow, FileField, Select, Textarea } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { StateMark } from "@/components/ui/state-mark";
import { UtilityLinks } from "@/components/ui/utility-links";
import { Sample } from "./sample";

export function Controls() {
  return (
    <>
      <Buttons />
      <Fields />
      <Sample title="Adjuntar y cargar">
        <FileField
          name="archivos"
          label="Fotos o documentos (opcional)"
          hint="Hasta 5 archivos de 10 MB: JPG, HEIC, PNG o PDF"
          multiple
        />
        <FileField name="video" label="Un documento" error="Pesa 84 MB; el máximo es 10 MB" />
        <div className="max-w-xl space-y-2">
          <p className="flex flex-wrap justify-between gap-x-4">
            <strong>foto-medidor.heic</strong>
            <span className="text-note text-ink-soft">1,2 de 1,8 MB, 68 %</span>
          </p>
          <Progress label="Subiendo foto-medidor.heic" value={68} />
          <p>
            <StateMark state="paid">Recibido, 240 kB</StateMark>
          </p>
        </div>
      </Sample>
    </>
  );
}

function Buttons() {
  return (
    <Sample title="Botones y enlaces" note="Un botón principal por página. El verbo dice qué pasará.">
      <Actions>
        <Button type="button">Crear cuenta</Button>
        <ButtonLink href="#contenido" kind="secondary">
          <Icon name="sheet" />
          Ver DTE (PDF)
        </ButtonLink>
        <Button type="button" kind="danger">
          Desistir del reclamo
        </Button>
        <Button type="button" kind="secondary" small>
          Botón chico (mesa)
        </Button>
      </Actions>
      <Actions>
        <Button type="button" disabled>
          Presentar reclamo
        </Button>
        <span className="text-note text-ink-soft">Falta decir qué pasó.</span>
      </Actions>
      <Actions>
        <a href="#contenido">Enlace</a>
        <Button type="button" kind="link">
          Botón que se lee como enlace
        </Button>
      </Actions>
      <UtilityLinks pdf="#contenido" csv="#contenido" />
    </Sample>
  );
}

function Fields() {
  return (
    <Sample title="Campos">
      <form className="space-y-6">
        <FieldRow>
          <Field name="rut" label="RUT" hint="Con o sin puntos" defaultValue="11.111.111-1" width="medium" />
          <Field
            name="correo"
            label="Email"
            type="email"
            error="Al correo le falta la parte después de la @"
            defaultValue="rosa@"
          />
          <Select name="comuna" label="Comuna" defaultValue="Río Bueno">
            <option>Río Bueno</option>
            <option>La Unión</option>
          </Select>
          <Select name="alimentador" label="Alimentador" hint="Elija antes una subestación" disabled>
            <option>Elija subestación</option>
          </Select>
          <Field
            name="clave"
            label="Contraseña"
            type="password"
            autoComplete="current-password"
            width="medium"
            after={<a href="#contenido">¿Olvidó su contraseña?</a>}
          />
          <Textarea
            name="relato"
            label="Qué pasó"
            defaultValue="La boleta dice 231 kWh y en el medidor leo menos."
            after={<span className="text-ink-soft">Quedan 1.951 caracteres</span>}
          />
        </FieldRow>
        <FieldRow>
          <Choices
            kind="radio"
            name="motivo"
            legend="¿Sobre qué es su reclamo?"
            choices={[
              { value: "boleta", label: "Mi boleta", hint: "Cobro, consumo o pago" },
              { value: "corte", label: "Un corte de luz", hint: "Uno largo o muchos cortos" },
              { value: "artefacto", label: "Un artefacto dañado" },
            ]}
            chosen={["boleta"]}
          />
          <Choices
            kind="checkbox"
            name="avisos"
            legend="Cómo le avisamos"
            error="Elija al menos una forma"
            choices={[
              { value: "correo", label: "Por correo" },
              { value: "carta", label: "Por carta", hint: "A la dirección del suministro" },
            ]}
          />
        </FieldRow>
        <Checkbox
          name="electrodependiente"
          label="Hay una persona electrodependiente"
          hint="Su caso se atiende primero"
          defaultChecked
        />
      </form>
    </Sample>
  );
}
