export function withFixedColours(css: string): string
export function buildAssets(outFolder: string): Promise<void>
