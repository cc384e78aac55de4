import { expect, test } from "vitest";
import { networkOf } from "../../../lib/registration/attempts.ts";

test.each([
  ["203.0.113.7", "203.0.113.7", "an IPv4 address stands for itself"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "an IPv6 address stands for its /64"],
  ["2001:0DB8:1:2::9", "2001:db8:1:2::/64", "however it is written"],
  ["2001:db8::1", "2001:db8:0:0::/64", "with its zeros left out"],
  ["::1", "0:0:0:0::/64", "the loopback too"],
  ["fe80::1%eth0", "fe80:0:0:0::/64", "with a zone"],
  ["", "", "nothing known is one bucket of its own"],
])("%s → %s (%s)", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
