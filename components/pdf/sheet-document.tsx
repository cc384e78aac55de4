import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { Sheet, SheetBlock, SheetColumn } from "./sheet";

const INK = "#1b2420";
const SECOND = "#4d5752";
const HAIRLINE = "#c9c4ba";

const styles = StyleSheet.create({
  page: {
    fontFamily: "Public Sans",
    fontSize: 9.5,
    lineHeight: 1.4,
    color: INK,
    paddingTop: 42,
    paddingBottom: 54,
    paddingHorizontal: 45,
  },
  company: {
    fontSize: 9,
    fontWeight: 600,
    borderBottomWidth: 1.5,
    borderColor: INK,
    paddingBottom: 6,
    marginBottom: 18,
  },
  title: { fontSize: 19, fontWeight: 700, lineHeight: 1.15 },
  lead: { marginTop: 5, maxWidth: 400 },
  answerLabel: { marginTop: 16, fontWeight: 600 },
  answer: { fontSize: 29, fontWeight: 700, lineHeight: 1.1 },
  block: { marginTop: 18 },
  blockTitle: { fontSize: 11.5, fontWeight: 700, marginBottom: 4 },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderColor: HAIRLINE, paddingVertical: 3 },
  head: {
    flexDirection: "row",
    borderTopWidth: 1.5,
    borderBottomWidth: 0.75,
    borderColor: INK,
    paddingVertical: 3,
  },
  headText: { fontWeight: 600, fontSize: 8.5, lineHeight: 1.25 },
  unit: { fontWeight: 400, color: SECOND },
  label: { width: "34%", color: SECOND, paddingRight: 8 },
  value: { width: "66%" },
  sums: { marginTop: 6, marginLeft: "50%" },
  sum: { flexDirection: "row", justifyContent: "space-between", paddingVertical: 2 },
  net: { borderTopWidth: 0.75, borderColor: INK, fontWeight: 600 },
  total: {
    borderTopWidth: 0.75,
    borderBottomWidth: 2,
    borderColor: INK,
    fontSize: 13,
    fontWeight: 700,
    paddingVertical: 4,
  },
  note: { marginTop: 10, fontSize: 8.5, color: SECOND, maxWidth: 420 },
  foot: {
    position: "absolute",
    bottom: 26,
    left: 45,
    right: 45,
    fontSize: 8,
    color: SECOND,
    flexDirection: "row",
    justifyContent: "space-between",
  },
});

const widthOf = (column: SheetColumn, columns: SheetColumn[]) =>
  `${(100 * column.share) / columns.reduce((sum, { share }) => sum + share, 0)}%`;

function Cells({
  columns,
  children,
}: {
  columns: SheetColumn[];
  children: (index: number) => React.ReactNode;
}) {
  return columns.map((column, index) => (
    <View
      key={index}
      style={{
        width: widthOf(column, columns),
        paddingRight: 12,
        textAlign: column.numeric ? "right" : "left",
      }}
    >
      {children(index)}
    </View>
  ));
}

function Table({ columns, rows }: { columns: SheetColumn[]; rows: string[][] }) {
  return (
    <View>
      <View style={styles.head} fixed>
        <Cells columns={columns}>
          {(index) => (
            <>
              <Text style={styles.headText}>{columns[index]?.header}</Text>
              <Text style={[styles.headText, styles.unit]}>{columns[index]?.unit ?? ""}</Text>
            </>
          )}
        </Cells>
      </View>
      {rows.map((row, line) => (
        <View key={line} style={styles.row} wrap={false}>
          <Cells columns={columns}>{(index) => <Text>{row[index]}</Text>}</Cells>
        </View>
      ))}
    </View>
  );
}

function Block({ block }: { block: SheetBlock }) {
  switch (block.kind) {
    case "facts":
      return (
        <View style={styles.block} wrap={false}>
          <Text style={styles.blockTitle}>{block.title}</Text>
          {block.facts.map(({ term, value }) => (
            <View key={term} style={styles.row}>
              <Text style={styles.label}>{term}</Text>
              <Text style={styles.value}>{value}</Text>
            </View>
          ))}
        </View>
      );
    case "table":
      return (
        <View style={styles.block}>
          <Text style={styles.blockTitle}>{block.title}</Text>
          <Table columns={block.columns} rows={block.rows} />
        </View>
      );
    case "sums":
      return (
        <View style={styles.sums} wrap={false}>
          {block.sums.map(({ label, value, weight }) => (
            <View key={label} style={[styles.sum, weight === "plain" ? {} : styles[weight]]}>
              <Text>{label}</Text>
              <Text>{value}</Text>
            </View>
          ))}
        </View>
      );
    case "note":
      return <Text style={styles.note}>{block.text}</Text>;
  }
}

/** A sheet on A4: the company at the head, pages numbered at the foot, table heads repeated. */
export function SheetDocument({ sheet }: { sheet: Sheet }) {
  return (
    <Document title={sheet.title} author={sheet.company.name} language="es">
      <Page size="A4" style={styles.page}>
        <Text style={styles.company}>{sheet.company.name}</Text>
        <Text style={styles.title}>{sheet.title}</Text>
        {sheet.lead.map((line) => (
          <Text key={line} style={styles.lead}>
            {line}
          </Text>
        ))}
        {sheet.answer && (
          <View>
            <Text style={styles.answerLabel}>{sheet.answer.label}</Text>
            <Text style={styles.answer}>{sheet.answer.value}</Text>
          </View>
        )}
        {sheet.blocks.map((block, index) => (
          <Block key={index} block={block} />
        ))}
        <View style={styles.foot} fixed>
          <Text>{sheet.company.contact}</Text>
          <Text render={({ pageNumber, totalPages }) => `Página ${pageNumber} de ${totalPages}`} />
        </View>
      </Page>
    </Document>
  );
}
