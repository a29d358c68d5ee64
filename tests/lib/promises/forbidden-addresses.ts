/** What the addresses are to reach, if they reach anything. */
interface Traps {
  /** Something listens there on this machine. */
  trap: number
  /** The studio's own port. */
  studio: number
  /** The port of the API that it talks to. */
  api: number
}

/** Addresses that mean this machine, its network, a metadata service, or nothing on the web at all. */
export const forbiddenAddresses = (traps: Traps): string[] => [
  ...ofThisMachine(traps),
  // With a user, or what looks like one.
  `https://example.com@127.0.0.1:${traps.trap}/a.png`,
  `http://example.com:80@127.0.0.1:${traps.trap}/a.png`,
  'https://user:word@example.com/a.png',
  // Metadata services.
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/latest/meta-data/',
  'http://0xA9FEA9FE/latest/meta-data/',
  'http://[::ffff:169.254.169.254]/latest/meta-data/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://100.100.100.200/latest/meta-data/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://instance-data/latest/meta-data/',
  // The network around this machine.
  'http://10.0.0.1/a.png',
  'http://172.16.0.1/a.png',
  'http://192.168.0.1/a.png',
  'http://[fe80::1]/a.png',
  'http://[fc00::1]/a.png',
  'http://224.0.0.1/a.png',
  'http://nas.local/a.png',
  'http://router.lan/a.png',
  'http://printer.home.arpa/a.png',
  'http://host.docker.internal/a.png',
  'http://intranet/a.png',
  // Nothing on the web.
  'file:///etc/passwd',
  `file://127.0.0.1:${traps.trap}/etc/passwd`,
  `gopher://127.0.0.1:${traps.trap}/_GET`,
  `ftp://127.0.0.1:${traps.trap}/a.png`,
  `ws://127.0.0.1:${traps.trap}/a`,
  `blob:http://127.0.0.1:${traps.trap}/a`,
  'data:image/png;base64,iVBORw0KGgo=',
  'javascript:fetch("/")',
  'unix:/var/run/docker.sock',
  'http://',
]

/** Of them those that mean this machine. */
export const ofThisMachine = ({ trap, studio, api }: Traps): string[] => [
  ...SPELLINGS.map((host) => `http://${host}:${trap}/a.png`),
  `http://127.0.0.1:${trap}\\@example.com/a.png`,
  `http://127.0.0.1:${trap}#@example.com/a.png`,
  `//127.0.0.1:${trap}/a.png`,
  '\\\\127.0.0.1\\a.png',
  `http://127.0.0.1:${studio}/api/generations`,
  `http://localhost:${api}/sandbox/ledger`,
]

const SPELLINGS = [
  '127.0.0.1',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'anything.localhost',
  '127.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '127%2e0%2e0%2e1',
  '１２７.0.0.1',
  '127。0。0。1',
  '①②⑦.0.0.①',
  '0',
  '0.0.0.0',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
]

/** Addresses whose words are those of the web, wherever they lead: nobody can tell without asking, and nobody asks. */
export const doubtfulAddresses = ({ trap }: Pick<Traps, 'trap'>): string[] => [
  `http://127.0.0.1.nip.io:${trap}/a.png`,
  `http://localtest.me:${trap}/a.png`,
  `http://7f000001.c0a80001.rbndr.us:${trap}/a.png`,
  `https://example.com/redirect?to=http://127.0.0.1:${trap}/a.png`,
]
