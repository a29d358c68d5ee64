import 'server-only'
import { passwordIsSet } from '@/lib/access/credentials'
import { changeKept, readKept } from '@/lib/access/kept'
import type { HostsView, SettingResult } from '@/lib/access/view'
import { ownAddresses } from '@/lib/doors'
import { ADDRESS_RULE, environment, isLoopback, parseAddress } from '@/lib/env'

/** A page of addresses is enough. */
const MOST = 20

/** What Settings shows of the addresses. */
export function readHostsView(): HostsView {
  const { host, port, hosts, trustProxy, dataDir } = environment()
  return {
    listens: host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`,
    always: ownAddresses({ host, port }),
    environment: hosts,
    settings: readKept(dataDir).hosts,
    mayAdd: passwordIsSet(),
    trustsProxy: trustProxy,
  }
}

/** From now on the studio answers at this address too. */
export function addHost(typed: string): SettingResult {
  const address = parseAddress(typed.trim())
  if (address === null) return refused(`${typed.trim().slice(0, 80)} ${ADDRESS_RULE}`)
  if (!passwordIsSet() && !isLoopback(new URL(address).hostname)) {
    return refused('Set a password first: whoever reaches the studio could spend your money.')
  }
  const { dataDir } = environment()
  if (readKept(dataDir).hosts.length >= MOST) return refused(`${MOST} addresses are kept at most.`)
  changeKept(dataDir, (kept) => ({ ...kept, hosts: [...new Set([...kept.hosts, address])] }))
  return { ok: true }
}

/** The studio does not answer there any more. @param from the address this is asked from */
export function removeHost(address: string, from: string | null): SettingResult {
  if (address === from) return refused('You are here by this address. Take it out from another one.')
  changeKept(environment().dataDir, (kept) => ({ ...kept, hosts: kept.hosts.filter((one) => one !== address) }))
  return { ok: true }
}

const refused = (sentence: string): SettingResult => ({ ok: false, sentence })
