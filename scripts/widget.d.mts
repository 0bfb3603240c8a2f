export function buildWidget(folder?: string): Promise<void>
