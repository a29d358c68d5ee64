'use server'

import { headers } from 'next/headers'
import * as z from 'zod'
import { asOwner } from '@/app/access'
import { keepSignedIn } from '@/app/keep-signed-in'
import { currentDoors } from '@/lib/access/doors'
import * as hosts from '@/lib/access/hosts'
import * as keys from '@/lib/access/key'
import * as passwords from '@/lib/access/set-password'
import type { SettingResult } from '@/lib/access/view'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { addressOf } from '@/lib/doors'
import { changeAccount } from '@/lib/engine/studio'

// An action may be called by anything that can reach the port: arguments are unknown until parsed.

const UNREADABLE: SettingResult = { ok: false, sentence: 'The page sent something unreadable. Nothing was changed.' }

const text = z.string().max(2000)
const role = z.enum(['owner', 'viewer'])
const passwordSchema = z.object({ role, password: text, current: text })
const removalSchema = z.object({ role, current: text })

export async function saveKey(typed: unknown): Promise<SettingResult> {
  const parsed = text.safeParse(typed)
  return parsed.success ? asOwner(() => withNewKey(() => keys.keepKey(parsed.data))) : UNREADABLE
}

export async function removeKey(): Promise<SettingResult> {
  return asOwner(() => withNewKey(async () => keys.removeKey()))
}

/** Sets a password; the browser that sets the owner's stays signed in, all others of that password are not any more. */
export async function savePassword(change: unknown): Promise<SettingResult> {
  const parsed = passwordSchema.safeParse(change)
  if (!parsed.success) return UNREADABLE
  return asOwner<SettingResult>(async () => {
    const db = await studioDb()
    const result = await passwords.setPassword(db, { ...parsed.data, now: systemClock() })
    if (result.ok && parsed.data.role === 'owner') await keepSignedIn(db)
    return result
  })
}

export async function removePassword(removal: unknown): Promise<SettingResult> {
  const parsed = removalSchema.safeParse(removal)
  if (!parsed.success) return UNREADABLE
  return asOwner(async () => passwords.removePassword(await studioDb(), { ...parsed.data, now: systemClock() }))
}

export async function addHost(typed: unknown): Promise<SettingResult> {
  const parsed = text.safeParse(typed)
  return parsed.success ? asOwner(async () => hosts.addHost(parsed.data)) : UNREADABLE
}

export async function removeHost(address: unknown): Promise<SettingResult> {
  const parsed = text.safeParse(address)
  if (!parsed.success) return UNREADABLE
  return asOwner(async () => hosts.removeHost(parsed.data, addressOf(await headers(), currentDoors())))
}

async function withNewKey(change: () => Promise<SettingResult>): Promise<SettingResult> {
  const result = await change()
  if (result.ok) await changeAccount()
  return result
}
