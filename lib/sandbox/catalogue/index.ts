import type { CatalogueEntry, SandboxModel } from './entry'
import { IMAGE_MODELS } from './image'
import { REFERENCE_MODELS } from './reference'
import { TEXT_MODELS, TROUBLED_MODELS } from './text'
import { VIDEO_MODELS } from './video'

export type { Abilities, CatalogueEntry, Constraints, SandboxModel, Terms } from './entry'

const OWN = [...TEXT_MODELS, ...IMAGE_MODELS, ...REFERENCE_MODELS, ...VIDEO_MODELS, ...TROUBLED_MODELS]

/**
 * The sandbox's models, its own or those of a file. Each sandbox owns a copy, since its control path may change entries
 * while it runs.
 */
export class Catalogue {
  private readonly models: Map<string, SandboxModel>

  constructor(models: readonly SandboxModel[] = OWN) {
    this.models = new Map(models.map((model) => [model.entry.id, structuredClone(model)]))
  }

  find(id: string): SandboxModel | undefined {
    return this.models.get(id)
  }

  entries(): CatalogueEntry[] {
    return [...this.models.values()].map((model) => model.entry)
  }

  /**
   * Lays `patch` over an entry, level by level; `null` takes a key away. Keys of `model_spec` may be named at the top
   * (`{ offline: true }`). False when there is no such model.
   */
  patch(id: string, patch: Record<string, unknown>): boolean {
    const model = this.models.get(id)
    if (!model) return false
    for (const [key, value] of Object.entries(patch)) {
      overlay(key in model.entry ? model.entry : model.entry.model_spec, { [key]: value })
    }
    return true
  }
}

function overlay(target: object, patch: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(patch)) {
    const present: unknown = Reflect.get(target, key)
    if (value === null) Reflect.deleteProperty(target, key)
    else if (isRecord(value) && isRecord(present)) overlay(present, value)
    else Reflect.set(target, key, value)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
