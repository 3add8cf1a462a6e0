/* Hashes: FNV-1a for tables and features (the training tools compute the same), SHA-256 (FIPS 180-4) for document ids. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/slice.h"

static inline uint32_t base_hash32(struct base_slice bytes) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < bytes.size; i++) {
        hash = (hash ^ (unsigned char)bytes.data[i]) * 16777619u;
    }
    return hash;
}

static inline uint64_t base_hash64(struct base_slice bytes) {
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < bytes.size; i++) {
        hash = (hash ^ (unsigned char)bytes.data[i]) * 1099511628211u;
    }
    return hash;
}

/* 64 lower-case hexadecimal digits and a NUL. */
void base_sha256_hex(struct base_slice bytes, char out[65]);

#endif
