import 'server-only'
import type { Prisma } from '@/lib/generated/prisma/client'

/**
 * Which assets have their file: what the person brought, and what a generation that is not deleted has as its clip or
 * is made from. Rows of others stay for the facts of what was deleted.
 */
export const KEPT: Prisma.AssetWhereInput = {
  OR: [
    { uploadedAt: { not: null } },
    { generations: { some: { deletedAt: null } } },
    { uses: { some: { generation: { deletedAt: null } } } },
  ],
}
