/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzing targets share.  A target is one file with these two functions of libFuzzer; built
 * with clang it is linked with libFuzzer itself, otherwise with fuzz-main.c, which feeds it the seeds
 * and simple changes of them.  */
#pragma once

#include <glib.h>
#include <stdint.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Warnings end the process; for LLVMFuzzerInitialize().  */
void fuzz_begin (void);

/* The bytes as a file in memory, which stays until the next call; its path.  */
const char *fuzz_file (const uint8_t *data, size_t size);
