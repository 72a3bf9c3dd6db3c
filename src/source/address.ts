import ipaddr from "ipaddr.js";

/** NAT64 as one network sets it up for itself (RFC 8215): what it leads to is not the public internet. */
const localNat64 = ipaddr.IPv6.parseCIDR("64:ff9b:1::/48");

/** True for an IP address on the public internet, false for any inside an operator's own network or with no fixed place. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv6 ? isPublicSix(parsed) : parsed.range() === "unicast";
}

function isPublicSix(address: ipaddr.IPv6): boolean {
  const range = address.range();
  if (range === "unicast") return true;
  const inner = innerAddress(address, range);
  return inner !== null && inner.range() === "unicast";
}

/** The IPv4 address that an IPv6 address stands for, where it stands for one. */
function innerAddress(address: ipaddr.IPv6, range: string): ipaddr.IPv4 | null {
  const bytes = address.toByteArray();
  if (range === "6to4") return new ipaddr.IPv4(bytes.slice(2, 6));
  if (range === "ipv4Mapped") return new ipaddr.IPv4(bytes.slice(12));
  if (range === "rfc6052" && !address.match(localNat64)) return new ipaddr.IPv4(bytes.slice(12));
  return null;
}
