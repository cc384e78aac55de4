import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { DteSheet } from "./dte-sheet";
import { Timbre } from "./timbre";

const INK = "#1b2420";
const SECOND = "#4d5752";
const HAIRLINE = "#c9c4ba";
/** The box is red or black; its line, half a millimetre to one. */
const RED = "#c1272d";
const MM = 72 / 25.4;

const styles = StyleSheet.create({
  // Letter, as Chile prints; at least 0.5 cm of border, and the stamp stands 2 cm from the left.
  page: {
    fontFamily: "Public Sans",
    fontSize: 9,
    lineHeight: 1.35,
    color: INK,
    paddingTop: 14 * MM,
    paddingBottom: 16 * MM,
    paddingHorizontal: 20 * MM,
  },
  head: { flexDirection: "row", justifyContent: "space-between" },
  issuer: { flex: 1, paddingRight: 18 },
  issuerName: { fontSize: 13, fontWeight: 700, lineHeight: 1.2, marginBottom: 4 },
  boxed: { width: 72 * MM, alignItems: "center" },
  box: {
    width: 72 * MM,
    minHeight: 25 * MM,
    borderWidth: 0.7 * MM,
    borderColor: RED,
    color: RED,
    fontSize: 11,
    fontWeight: 700,
    lineHeight: 1.35,
    padding: 6,
    textAlign: "center",
    justifyContent: "center",
  },
  office: { marginTop: 3, fontSize: 9, fontWeight: 600, color: RED },
  warning: {
    marginTop: 10,
    fontWeight: 600,
    borderTopWidth: 0.75,
    borderBottomWidth: 0.75,
    paddingVertical: 3,
  },
  facts: { marginTop: 14, borderTopWidth: 1.5, borderColor: INK },
  fact: { flexDirection: "row", borderBottomWidth: 0.5, borderColor: HAIRLINE, paddingVertical: 2.5 },
  term: { width: "22%", color: SECOND, paddingRight: 8 },
  value: { width: "78%" },
  references: { marginTop: 10 },
  heading: { fontWeight: 700, marginBottom: 2 },
  lines: { marginTop: 14 },
  lineHead: {
    flexDirection: "row",
    borderTopWidth: 1.5,
    borderBottomWidth: 0.75,
    borderColor: INK,
    paddingVertical: 3,
    fontWeight: 600,
  },
  line: { flexDirection: "row", borderBottomWidth: 0.5, borderColor: HAIRLINE, paddingVertical: 3 },
  name: { width: "52%", paddingRight: 8 },
  calculation: { width: "28%", textAlign: "right", paddingRight: 12 },
  amount: { width: "20%", textAlign: "right" },
  note: { fontSize: 8, color: SECOND },
  foot: { marginTop: 14, flexDirection: "row", justifyContent: "space-between", alignItems: "flex-end" },
  stamp: { alignItems: "center" },
  legend: { fontSize: 7, textAlign: "center" },
  sums: { width: 66 * MM, marginLeft: 12 },
  sum: { flexDirection: "row", justifyContent: "space-between", paddingVertical: 2 },
  total: {
    borderTopWidth: 0.75,
    borderBottomWidth: 2,
    borderColor: INK,
    fontSize: 12,
    fontWeight: 700,
    paddingVertical: 3,
  },
  pages: { position: "absolute", bottom: 8 * MM, right: 20 * MM, fontSize: 7.5, color: SECOND },
});

function Head({ sheet: { box, issuer, warning } }: { sheet: DteSheet }) {
  return (
    <>
      <View style={styles.head}>
        <View style={styles.issuer}>
          <Text style={styles.issuerName}>{issuer.name}</Text>
          {issuer.details.map((detail) => (
            <Text key={detail}>{detail}</Text>
          ))}
        </View>
        <View style={styles.boxed}>
          <View style={styles.box}>
            <Text>{box.rut}</Text>
            <Text>{box.title}</Text>
            <Text>{box.folio}</Text>
          </View>
          <Text style={styles.office}>{box.office}</Text>
        </View>
      </View>
      {warning && <Text style={styles.warning}>{warning}</Text>}
    </>
  );
}

function Facts({ sheet: { facts, references } }: { sheet: DteSheet }) {
  return (
    <>
      <View style={styles.facts}>
        {facts.map(({ term, value }) => (
          <View key={term} style={styles.fact}>
            <Text style={styles.term}>{term}</Text>
            <Text style={styles.value}>{value}</Text>
          </View>
        ))}
      </View>
      {references.length > 0 && (
        <View style={styles.references}>
          <Text style={styles.heading}>Referencias</Text>
          {references.map((reference) => (
            <Text key={reference}>{reference}</Text>
          ))}
        </View>
      )}
    </>
  );
}

function Lines({ sheet: { lines, linesNote } }: { sheet: DteSheet }) {
  return (
    <View style={styles.lines}>
      <View style={styles.lineHead} fixed>
        <Text style={styles.name}>Detalle</Text>
        <Text style={styles.calculation}>Cantidad × precio</Text>
        <Text style={styles.amount}>Monto $</Text>
      </View>
      {lines.map(({ name, notes, calculation, amount }, at) => (
        <View key={at} style={styles.line} wrap={false}>
          <View style={styles.name}>
            <Text>{name}</Text>
            {notes.map((note) => (
              <Text key={note} style={styles.note}>
                {note}
              </Text>
            ))}
          </View>
          <Text style={styles.calculation}>{calculation}</Text>
          <Text style={styles.amount}>{amount}</Text>
        </View>
      ))}
      {linesNote && <Text style={[styles.note, { marginTop: 4 }]}>{linesNote}</Text>}
    </View>
  );
}

/** Timbre and totals stay together, at the end. */
function Foot({ sheet: { sums, timbre, legend } }: { sheet: DteSheet }) {
  return (
    <View style={styles.foot} wrap={false}>
      <View style={styles.stamp}>
        {timbre === null ? (
          <Text>Este documento no tiene timbre.</Text>
        ) : (
          <>
            <Timbre bytes={Buffer.from(timbre, "base64")} />
            {legend.map((line) => (
              <Text key={line} style={styles.legend}>
                {line}
              </Text>
            ))}
          </>
        )}
      </View>
      <View style={styles.sums}>
        {sums.map(({ label, value, weight }, at) => (
          <View key={at} style={[styles.sum, weight === "total" ? styles.total : {}]}>
            <Text>{label}</Text>
            <Text>{value}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

/**
 * The printed representation of a tax document: box, issuer, receiver, references, detail, totals and timbre.
 *
 * Source: SII, Manual de muestras impresas v4.0. It is the customer's copy: a "cedible" one is the issuer's to give.
 */
export function DteDocument({ sheet }: { sheet: DteSheet }) {
  return (
    <Document title={sheet.title} author={sheet.issuer.name} language="es">
      <Page size="LETTER" style={styles.page}>
        <Head sheet={sheet} />
        <Facts sheet={sheet} />
        <Lines sheet={sheet} />
        <Foot sheet={sheet} />
        <Text
          style={styles.pages}
          fixed
          render={({ pageNumber, totalPages }) =>
            totalPages > 1 ? `Página ${pageNumber} de ${totalPages}` : ""
          }
        />
      </Page>
    </Document>
  );
}
