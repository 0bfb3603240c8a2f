export declare function buildClient(folder?: string): Promise<void>
