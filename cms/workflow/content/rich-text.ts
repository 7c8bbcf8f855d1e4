/**
 * Rich text of a working copy as an edition keeps it: uploads become snapshots, links to other items become
 * `collection/id`, and ids of editor nodes go, since they are no words of the text.
 */
import { addressedCollections } from '#domain/collections.ts'
import type { RichText, RichTextNode, UploadSnapshot } from '#domain/content.ts'
import { idOf } from '../../access/person.ts'

const isLinkable = (value: unknown): value is string =>
  addressedCollections.some((collection) => collection === value)

type Node = RichTextNode & { fields?: Record<string, unknown>; relationTo?: string; value?: unknown }

const children = (node: Node): Node[] => (Array.isArray(node.children) ? node.children : [])

/** Ids of the pictures inside a text, in order. Walks without recursion: text is refused elsewhere if too deep. */
export function uploadsIn(body: unknown): string[] {
  const root = (body as { root?: Node } | null | undefined)?.root
  const found: string[] = []
  const open = root ? [root] : []
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'upload') found.push(idOf(node.value) ?? '')
    open.push(...children(node))
  }
  return found.filter(Boolean)
}

export function freezeRichText(
  body: unknown,
  snapshot: (id: unknown) => UploadSnapshot | undefined,
): RichText | undefined {
  const root = (body as { root?: Node } | null | undefined)?.root
  return root ? { root: freezeNode(root, snapshot) } : undefined
}

function freezeNode(node: Node, snapshot: (id: unknown) => UploadSnapshot | undefined): RichTextNode {
  const { id: _id, children: _children, ...rest } = node
  const frozen: RichTextNode = { ...rest }
  if (node.type === 'upload') frozen.value = snapshot(node.value)
  if (node.fields) frozen.fields = freezeLink(node.fields)
  if (Array.isArray(node.children))
    frozen.children = children(node).map((child) => freezeNode(child, snapshot))
  return frozen
}

function freezeLink(fields: Record<string, unknown>): Record<string, unknown> {
  const doc = fields.doc as { relationTo?: unknown; value?: unknown } | null | undefined
  if (!doc || !isLinkable(doc.relationTo)) return fields
  return { ...fields, doc: `${doc.relationTo}/${idOf(doc.value) ?? ''}` }
}
