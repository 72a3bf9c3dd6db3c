/** What is made when it is first asked for, and then kept. For what takes milliseconds to make, and is often not needed. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
