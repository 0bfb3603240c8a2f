export declare function toType(schema: unknown, indent?: string): string
export declare function toClientTypes(document: object): string
