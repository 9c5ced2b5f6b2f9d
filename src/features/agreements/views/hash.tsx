/** A hash in groups of eight, which a narrow page can break; copied, it is whole. */
export const Hash = ({ of }: { of: string }) => (
  <code>{(of.match(/.{1,8}/g) ?? []).map((group, at) => (at === 0 ? group : [<wbr />, group]))}</code>
)
