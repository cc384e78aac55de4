export default function EmptyPage() {
  return <h1>Vacía</h1>;
}
