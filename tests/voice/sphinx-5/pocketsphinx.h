/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What voice-recogniser.c uses of the interface of pocketsphinx 5, declared as there, so that the half
 * of it that is not built here still compiles.  */
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct cmd_ln_s ps_config_t;
typedef struct ps_decoder_s ps_decoder_t;
typedef struct ps_arg_s ps_arg_t;
typedef union anytype_s anytype_t;
typedef int16_t int16;
typedef int32_t int32;
typedef enum err_e { ERR_DEBUG, ERR_INFO, ERR_WARN, ERR_ERROR, ERR_FATAL, ERR_MAX } err_lvl_t;

int err_set_loglevel (err_lvl_t level);
ps_config_t *ps_config_init (const ps_arg_t *defn);
int ps_config_free (ps_config_t *config);
const anytype_t *ps_config_set_float (ps_config_t *config, const char *name, double value);
const anytype_t *ps_config_set_bool (ps_config_t *config, const char *name, int value);
const anytype_t *ps_config_set_str (ps_config_t *config, const char *name, const char *value);
ps_decoder_t *ps_init (ps_config_t *config);
int ps_free (ps_decoder_t *ps);
int ps_add_jsgf_string (ps_decoder_t *ps, const char *name, const char *jsgf);
int ps_activate_search (ps_decoder_t *ps, const char *name);
int ps_add_word (ps_decoder_t *ps, const char *word, const char *phones, int update);
char *ps_lookup_word (ps_decoder_t *ps, const char *word);
int ps_start_utt (ps_decoder_t *ps);
int ps_process_raw (ps_decoder_t *ps, const int16 *data, size_t n_samples, int no_search,
                    int full_utt);
int ps_end_utt (ps_decoder_t *ps);
const char *ps_get_hyp (ps_decoder_t *ps, int32 *out_best_score);
