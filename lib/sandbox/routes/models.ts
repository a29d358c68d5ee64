import { type Answer, json } from '../answer'
import type { Context } from '../context'
import type { Asked } from '../request'

/** `GET /models`: the whole catalogue, for `type=video`, `type=all` or none; other types are empty here. No key needed. */
export function listModels(context: Context, asked: Asked): Answer {
  const type = asked.query.get('type') ?? 'video'
  const wanted = type === 'video' || type === 'all'
  return json({ data: wanted ? context.catalogue.entries() : [], object: 'list', type })
}
