  {1, 0x786aac4921cf6580u, 0xc1684a6b0edf4b9eu},
  {2, 0x4346d26a23eedc6bu, 0x47b3e34f56d7ba90u},
  {7, 0x06901d5acb987ca1u, 0x376ca71cfce82e7fu},
