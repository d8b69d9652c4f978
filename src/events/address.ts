/** Where to listen. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** `127.0.0.1:8080`, `[::1]:8080`, `localhost:0`; null for anything else. A port alone would listen to everybody. */
export function parseAddress(text: string): Address | null {
  const [, six, four, digits] = /^(?:\[([0-9a-fA-F:.]{2,45})\]|([A-Za-z0-9.-]{1,253})):(\d{1,5})$/.exec(text) ?? []
  const [host, port] = [six ?? four, Number(digits)]
  return host === undefined || port > 65_535 ? null : { host, port }
}

/** The address as it is written. */
export function addressText({ host, port }: Address): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}
