import { studioDb } from '@/lib/db/client'
import type { GenerationState } from '@/lib/generations/state'

const AT = new Date(2024, 4, 6, 12)

export interface Row {
  id: string
  state: GenerationState
  /** Its clip. */
  assetHash?: string
  /** What it is made from. */
  uses?: string[]
}

/** A row of a generation as it might be, written without buying anything. */
export async function writeGeneration({ id, state, assetHash, uses = [] }: Row): Promise<void> {
  const db = await studioDb()
  const account = { id: 'account-1', baseUrl: 'http://127.0.0.1:1', keyFingerprint: 'x', sandbox: true, createdAt: AT }
  await db.account.upsert({ where: { id: account.id }, create: account, update: {} })
  await db.generation.create({
    data: {
      id,
      state,
      accountId: account.id,
      modelId: 'm',
      modelName: 'Vetro Mini',
      prompt: 'Mooring poles at dusk',
      input: {},
      request: {},
      quoteMicroUsd: 1n,
      quotedAt: AT,
      quoteInputs: {},
      day: '2026-11-24',
      position: 0n,
      dueAt: AT,
      createdAt: AT,
      assetHash: assetHash ?? null,
      uses: { create: uses.map((hash) => ({ assetHash: hash })) },
    },
  })
}
