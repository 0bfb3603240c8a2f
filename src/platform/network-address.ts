import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** An address and how many of its first bits name the network. */
export type Network = [Address, number]

/** Reads a network address or a range of them (CIDR); null where a text is neither. */
export function readNetwork(name: string): Network | null {
  if (ipaddr.isValidCIDR(name)) return ipaddr.parseCIDR(name)
  if (!ipaddr.isValid(name)) return null
  const address = ipaddr.process(name)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** Whether the other end of a connection is this machine itself. */
export const isLoopbackAddress = (peer: string | undefined) =>
  peer !== undefined && ipaddr.isValid(peer) && ipaddr.process(peer).range() === 'loopback'

const isWithin = (address: Address, networks: readonly Network[]) =>
  networks.some(([network, bits]) => network.kind() === address.kind() && address.match([network, bits]))

/**
 * The address a request came from. Of `X-Forwarded-For` only what a listed proxy wrote is believed: read from the right,
 * as long as each hop is listed. What a stranger puts in front of it changes nothing.
 * @param peer the address at the other end of the connection
 * @returns null where there is none
 */
export function addressOf({
  peer,
  forwarded,
  trusted,
}: {
  peer: string | undefined
  forwarded: string | undefined
  trusted: readonly Network[]
}): string | null {
  if (!peer || !ipaddr.isValid(peer)) return null
  let address = ipaddr.process(peer)
  for (const hop of (forwarded ?? '').split(',').reverse()) {
    if (!isWithin(address, trusted)) break
    const text = hop.trim()
    if (!ipaddr.isValid(text)) break
    address = ipaddr.process(text)
  }
  return address.toString()
}

/** IPv6 is counted by its /48: anybody can have a whole one, with 65,536 networks in it. */
export function networkOf(address: string): string {
  const read = ipaddr.process(address)
  if (read instanceof ipaddr.IPv4) return read.toString()
  return `${new ipaddr.IPv6([...read.toByteArray().slice(0, 6), ...Array<number>(10).fill(0)]).toString()}/48`
}
