/** Which machines may be asked for a page, and which network an address is part of. Pure. */
import ipaddr from 'ipaddr.js';

/**
 * Whether it is an address of the public internet: nothing of this machine, of its
 * network, nor of any range that is set aside; an IPv4 address within an IPv6 one is judged as
 * what it is.
 *
 * @param text an address as a resolver or the parser of URLs writes it, also in brackets
 */
export function isPublicAddress(text: string): boolean {
  const address = parse(text);
  if (!address) return false;
  if (address.kind() === 'ipv4') return address.range() === 'unicast';
  const inner = innerIPv4(address as ipaddr.IPv6);
  return inner ? inner.range() === 'unicast' : address.range() === 'unicast';
}

/** Whether a host, as the parser of URLs writes it, is an address and no name. */
export const isAddress = (host: string): boolean => parse(host) !== undefined;

/**
 * The network that an address is part of, which one household or one program has whole:
 * of IPv4 the first 24 bits, of IPv6 the first 48. What is no address is one network.
 */
export function networkOf(text: string): string {
  const address = parse(text);
  if (!address) return 'unknown';
  const inner = address.kind() === 'ipv6' ? (mapped(address as ipaddr.IPv6) ?? address) : address;
  const bytes = inner.toByteArray();
  return bytes.length === 4 ? bytes.slice(0, 3).join('.') : bytes.slice(0, 6).join(':');
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
  // Four numbers, or hexadecimal groups: other spellings were read by the parser of URLs.
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare)
    ? ipaddr.parse(bare)
    : undefined;
}

const mapped = (address: ipaddr.IPv6): ipaddr.IPv4 | undefined =>
  address.isIPv4MappedAddress() ? address.toIPv4Address() : undefined;

/** The IPv4 address that networks translate an IPv6 one into (RFC 6052), or that it is written over. */
function innerIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.range() === 'rfc6052') return new ipaddr.IPv4(address.toByteArray().slice(12));
  return mapped(address);
}
