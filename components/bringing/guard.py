"""Which addresses of the network a reader's web address may lead to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

# Not public though `is_global` holds for some of them; from the IANA special-purpose registries.
_REFUSED_V4 = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "100.64.0.0/10",  # carrier-grade NAT; a cloud keeps its metadata at 100.100.100.200
            "168.63.129.16/32",  # Azure's host, from inside its machines
            "169.254.0.0/16",  # link-local; metadata at 169.254.169.254
            "192.0.0.0/24",
            "192.88.99.0/24",  # relays to 6to4
            "198.18.0.0/15",
            "224.0.0.0/3",  # multicast, reserved, broadcast
        ),
    )
)
_GLOBAL_V6 = ip_network("2000::/3")
_REFUSED_V6 = tuple(
    map(
        ip_network,
        (
            "2001::/23",  # Teredo, ORCHID and other protocols
            "2001:db8::/32",
            "2002::/16",  # 6to4: an IPv4 address inside
            "3fff::/20",
        ),
    )
)


def is_public(address: Address) -> bool:
    """Say whether an address belongs to the public internet.

    Of IPv6 only global unicast does: so ::1, fe80::, fc00:: (with the metadata at fd00:ec2::254),
    ::ffff:127.0.0.1 and 64:ff9b::7f00:1, which carry an IPv4 address, stay outside.
    """
    if not address.is_global or address.is_multicast:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _REFUSED_V4)
    if address.scope_id is not None or address not in _GLOBAL_V6:
        return False
    return not any(address in network for network in _REFUSED_V6)


def parsed(text: str) -> Address | None:
    """Read an address as the resolver writes it, None if it is none."""
    try:
        return ip_address(text)
    except ValueError:
        return None
